package org.numberreader;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import ai.djl.ndarray.NDArray;
import ai.djl.training.dataset.Dataset;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.numberreader.cli.Main;
import org.numberreader.image.Mats;
import org.numberreader.layout.LineInk;
import org.numberreader.training.scene.SceneBatch;
import org.opencv.core.Mat;

/** The rooms and the arrows between them: which package may know which, and which library lives where. */
class ArchitectureTest {
    private static final String CONFIG = "org.numberreader.config..";
    private static final String IMAGE = "org.numberreader.image..";
    private static final String IMAGE_JPEG = "org.numberreader.image.jpeg..";
    private static final String DOCUMENT = "org.numberreader.document..";
    private static final String LAYOUT = "org.numberreader.layout..";
    private static final String RECOGNITION = "org.numberreader.recognition..";
    private static final String CLASSICAL = "org.numberreader.classical..";
    private static final String DECODING = "org.numberreader.decoding..";
    private static final String TRAINING = "org.numberreader.training..";
    private static final String TRAINING_ALONE = "org.numberreader.training";
    private static final String SCENE = "org.numberreader.training.scene..";
    private static final String REPORT = "org.numberreader.training.report..";
    private static final String WEB = "org.numberreader.web..";
    private static final String CLI = "org.numberreader.cli..";

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.numberreader");

    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("org.numberreader");

    private static final String SCOPED = "native memory is opened and closed inside one method. Mats is an exception,"
            + " because it is the scoped arena through which a method does so; a private record is one, because it only"
            + " takes several matrices of one arena from method to method; a batch is one, because it makes its arrays in"
            + " the training step's own scope";

    private static final DescribedPredicate<JavaClass> NATIVE_MEMORY =
            assignableTo(Mat.class).or(assignableTo(NDArray.class));

    private static final DescribedPredicate<JavaClass> PRIVATE_RECORD = DescribedPredicate.describe(
            "private records", type -> type.isRecord() && type.getModifiers().contains(JavaModifier.PRIVATE));

    private static final Set<String> OF_LISTS = Set.of(
            "findContours",
            "drawContours",
            "fillPoly",
            "polylines",
            "calcHist",
            "merge",
            "split",
            "hconcat",
            "vconcat");

    private static final DescribedPredicate<JavaMethodCall> UNSAFE = DescribedPredicate.describe(
            "OpenCV's release, or a wrapper for lists",
            call -> call.getTargetOwner().getPackageName().startsWith("org.opencv")
                    && (call.getName().equals("release") || OF_LISTS.contains(call.getName())));

    private static final DescribedPredicate<JavaMethodCall> SLEEP = DescribedPredicate.describe(
            "a sleep",
            call -> call.getName().equals("sleep")
                    && (call.getTargetOwner().isEquivalentTo(Thread.class)
                            || call.getTargetOwner().isEquivalentTo(TimeUnit.class)));

    @ParameterizedTest
    @MethodSource
    void arrows(ArchRule rule) {
        rule.check(PROGRAM);
    }

    static Stream<ArchRule> arrows() {
        return Stream.of(
                never(CONFIG, IMAGE, LAYOUT, RECOGNITION, CLASSICAL, DECODING, TRAINING, WEB, CLI)
                        .because("bounds are the same wherever a value is configured"),
                never(IMAGE, LAYOUT, RECOGNITION, CLASSICAL, DECODING, TRAINING, WEB, CLI)
                        .because(
                                "a picture is the same whoever looks at it: everything stands on image, it on nothing"),
                never(IMAGE, DOCUMENT)
                        .because("a page becomes a picture before image sees it: one decoder, whatever it came in"),
                never(DOCUMENT, LAYOUT, RECOGNITION, CLASSICAL, DECODING, TRAINING, WEB, CLI)
                        .because("a document is pages, and a page is a picture: what is read in it is nothing to it"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages(DOCUMENT, WEB, CLI)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(DOCUMENT)
                        .because("who reads is given pictures, one after the other, and holds no document"),
                never(LAYOUT, CONFIG, RECOGNITION, CLASSICAL, DECODING, TRAINING, WEB, CLI)
                        .because("finding lines must not know what a digit is, or neither can be measured alone"),
                never(RECOGNITION, LAYOUT, CLASSICAL, DECODING, TRAINING, WEB, CLI)
                        .because("a network sees pictures, wherever they come from: drawn ones, MNIST's or a photo's"),
                never(CLASSICAL, CONFIG, LAYOUT, DECODING, TRAINING, WEB, CLI)
                        .because(
                                "the textbook method is whole in one package, and a baseline shares no step but the network"
                                        + " with what it is compared with"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages(CLASSICAL, DECODING)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(CLASSICAL)
                        .because("callers choose a method and get the same kind of reading: decoding makes it"),
                never(DECODING, TRAINING, WEB, CLI)
                        .because("a number is read the same way for every caller, and by a model of any origin"),
                never(TRAINING, WEB, CLI).because("a model is made and measured without asking for it in any way"),
                noClasses()
                        .that()
                        .resideInAPackage(TRAINING)
                        .should()
                        .dependOnClassesThat(resideInAPackage(LAYOUT).and(not(type(LineInk.class))))
                        .because("scenes are drawn with their truth, and never found: training learns from no reader"),
                noClasses()
                        .that()
                        .resideInAPackage(TRAINING)
                        .and()
                        .resideOutsideOfPackages(TRAINING_ALONE, SCENE)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(LAYOUT)
                        .because("the reader is measured from outside, through decoding, as callers see it;"
                                + " only what is learned from is cut out as the reader cuts it"),
                never(WEB, TRAINING, CLI).because("a service that reads needs nothing of how its model was made"),
                never(CLI, WEB).because("commands do their work without starting the server"),
                noClasses()
                        .that()
                        .resideInAnyPackage(WEB, CLI)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(LAYOUT)
                        .because("callers answer with what decoding has read; it alone knows the order of the steps"));
    }

    @ParameterizedTest
    @MethodSource
    void libraries(ArchRule rule) {
        rule.check(PROGRAM);
    }

    static Stream<ArchRule> libraries() {
        return Stream.of(
                only("org.opencv..", IMAGE, LAYOUT, CLASSICAL, TRAINING)
                        .because("native memory has to be released by hand: few rooms may hold it"),
                only("nu.pattern..", IMAGE).because("OpenCV is loaded once, by image.Natives"),
                only("org.apache.pdfbox..", DOCUMENT)
                        .because("PDFs come from strangers: one room bounds what they cost"),
                only("org.apache.fontbox..", DOCUMENT).because("it is the part of PDFBox that has fonts"),
                only("com.twelvemonkeys..", DOCUMENT)
                        .because("TIFFs come from strangers: one room bounds what they cost"),
                only("javax.imageio..", DOCUMENT, IMAGE_JPEG)
                        .because("it decodes on Java's heap, and what OpenCV decodes needs none"),
                only("ai.djl..", RECOGNITION, TRAINING, CLI)
                        .because("the engine can be changed without touching what reads and what serves"),
                only("ai.onnx..", TRAINING).because("a graph is written once, where its network was trained"),
                only("com.google.protobuf..", TRAINING).because("it is how ONNX files are written, and nothing else"),
                noClasses()
                        .that()
                        .resideInAPackage(CLI)
                        .should()
                        .dependOnClassesThat(resideInAPackage("ai.djl..").and(not(type(Dataset.Usage.class))))
                        .because("a command may say which half of MNIST it wants, in DJL's words, and no more"),
                only("io.quarkus.qute..", REPORT).because("pages are written by one template, and in one place"),
                only("org.knowm.xchart..", REPORT).because("charts are drawn in one place, without a screen"),
                only("jakarta.ws.rs..", WEB).because("HTTP is one way in among others"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage(WEB)
                        .and()
                        .doNotBelongToAnyOf(Main.class)
                        .should()
                        .dependOnClassesThat(
                                resideInAPackage("io.quarkus..").and(not(resideInAPackage("io.quarkus.qute"))))
                        .because("what reads works, and is tested, without a container; Main alone starts it"),
                only("jakarta.inject..", WEB).because("CDI only wires; the logic takes constructor arguments"),
                only("jakarta.enterprise..", WEB).because("CDI only wires; the logic takes constructor arguments"),
                only("picocli..", CLI).because("the command line is one way in among others"));
    }

    @Test
    void noFieldHoldsNativeMemory() {
        noFields()
                .that()
                .areNotDeclaredIn(Mats.class)
                .and()
                .areDeclaredInClassesThat(not(PRIVATE_RECORD))
                .should()
                .haveRawType(NATIVE_MEMORY)
                .because(SCOPED)
                .check(PROGRAM);
    }

    @Test
    void noPublicMethodHandsNativeMemoryOver() {
        noMethods()
                .that()
                .arePublic()
                .and()
                .areNotDeclaredIn(Mats.class)
                .and()
                .areNotDeclaredIn(SceneBatch.class)
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .should()
                .haveRawReturnType(NATIVE_MEMORY)
                .orShould(have(taking(NATIVE_MEMORY)))
                .because(SCOPED)
                .check(PROGRAM);
    }

    /** What OpenCV's wrappers make for themselves is collected while it is in use: MatsTest shows what comes of it. */
    @Test
    void nothingButTheArenaReleasesMatrices() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Mats.class)
                .should()
                .callMethodWhere(UNSAFE)
                .because("the finalizer may delete a matrix that native code still works on: the arena keeps its own"
                        + " reachable, and OpenCV's wrappers for lists do not")
                .check(PROGRAM);
    }

    @Test
    void namesSayWhatThingsAre() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Service|Manager|Utils?)")
                .because("such a name says that there is no noun for it yet")
                .check(PROGRAM);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields()
                .should()
                .beAnnotatedWith(Inject.class)
                .because("a constructor shows what a class needs, and lets a test give it")
                .check(PROGRAM);
    }

    @Test
    void testsDoNotSleep() {
        noClasses()
                .should()
                .callMethodWhere(SLEEP)
                .because("a sleep is too long on most machines and too short on some: a test waits for what it needs,"
                        + " with Awaitility, a latch or a clock of its own")
                .check(TESTS);
    }

    private static DescribedPredicate<JavaMethod> taking(DescribedPredicate<JavaClass> parameter) {
        return DescribedPredicate.describe(
                "a parameter that is " + parameter.getDescription(),
                method -> method.getRawParameterTypes().stream().anyMatch(parameter));
    }

    private static ArchRule never(String from, String... to) {
        return noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(to);
    }

    private static ArchRule only(String library, String... rooms) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }
}
